export const repricingEndpoints = {};
