import type { Json } from '../text/json.ts';

/**
 * Top-level `Settings` of a module's content: boilerplate that the service demands (FLOW-LANGUAGE §1) and console exports
 * write just so. A module's real contract is the `Settings` of the module resource.
 */
export const MODULE_SETTINGS: Json = {
  InputParameters: [],
  OutputParameters: [],
  Transitions: [
    { DisplayName: 'Success', ReferenceName: 'Success', Description: '' },
    { DisplayName: 'Error', ReferenceName: 'Error', Description: '' },
  ],
};
