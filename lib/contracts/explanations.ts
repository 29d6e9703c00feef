export const explanationEndpoints = {};
