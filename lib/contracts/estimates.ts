export const estimateEndpoints = {};
