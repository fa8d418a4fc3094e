/** Refusals that many operations have in common. */
import { Refusal } from '../../types.ts';
import type { Place } from './places.ts';

export const invalidParameter = (message: string): Refusal => new Refusal('InvalidParameterException', message);

export const invalidRequest = (message: string): Refusal => new Refusal('InvalidRequestException', message);

export const notFound = (label: string, id: string): Refusal =>
  new Refusal('ResourceNotFoundException', `${label} not found: ${id}`);

export const duplicate = (label: string, name: string): Refusal =>
  new Refusal('DuplicateResourceException', `${label} with the name ${name} already exists for the instance`);

/** `by`: where that is kept which uses it. The error names its type only where the service has a word for it. */
export const inUse = (place: Place, id: string, by: Place, byId: string): Refusal =>
  new Refusal('ResourceInUseException', `${place.label} ${id} is in use by ${by.label} ${byId}`, {
    ResourceId: byId,
    ...(by.resourceType === undefined ? {} : { ResourceType: by.resourceType }),
  });
