/** Refusals that many operations have in common. */
import { Refusal } from '../../types.ts';

export const invalidParameter = (message: string): Refusal => new Refusal('InvalidParameterException', message);

export const invalidRequest = (message: string): Refusal => new Refusal('InvalidRequestException', message);

export const notFound = (label: string, id: string): Refusal =>
  new Refusal('ResourceNotFoundException', `${label} not found: ${id}`);

export const duplicate = (label: string, name: string): Refusal =>
  new Refusal('DuplicateResourceException', `${label} with the name ${name} already exists for the instance`);

/** `by`: what uses it, with the label and the id of one of them. */
export const inUse = (label: string, id: string, by: { readonly label: string; readonly id: string }): Refusal =>
  new Refusal('ResourceInUseException', `${label} ${id} is in use by ${by.label} ${by.id}`, {
    ResourceType: by.label,
    ResourceId: by.id,
  });
