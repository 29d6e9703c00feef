export const billingRuleEndpoints = {};
