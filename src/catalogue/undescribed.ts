/**
 * Types that the service knows and the catalogue cannot describe, as nobody says what they take: one is seen in console
 * exports only, the other is a custom action of journey flows.
 */
export const undescribedTypes: ReadonlySet<string> = new Set(['InvokeThirdPartyAction', 'PutLambdaInvokeRequest']);
