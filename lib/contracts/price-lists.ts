export const priceListEndpoints = {};
