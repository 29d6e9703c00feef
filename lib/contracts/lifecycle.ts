export const lifecycleEndpoints = {};
