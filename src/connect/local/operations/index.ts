/** Every operation that the local instance answers. A new file of handlers adds a line here. */
import type { Handlers } from '../types.ts';
import { entityHandlers } from './entities.ts';
import { flowHandlers } from './flows.ts';
import { instanceHandlers } from './instances.ts';
import { moduleHandlers } from './modules.ts';
import { tagHandlers } from './tags.ts';

export const handlers: Handlers = {
  ...flowHandlers,
  ...moduleHandlers,
  ...tagHandlers,
  ...instanceHandlers,
  ...entityHandlers,
};
