/** JSON that says the same, with its members in the order in which another version has them. */
import { isObject, sameJson, type Json } from '../text/json.ts';

export function inOrderOf(value: Json, like: Json | undefined): Json {
  if (like === undefined) return value;
  if (sameJson(value, like)) return like;
  if (isObject(value) && isObject(like)) {
    const known = Object.keys(like).filter((key) => Object.hasOwn(value, key));
    const added = Object.keys(value).filter((key) => !Object.hasOwn(like, key));
    return Object.fromEntries([...known, ...added].map((key) => [key, inOrderOf(value[key] as Json, like[key])]));
  }
  if (Array.isArray(value) && Array.isArray(like) && value.length === like.length) {
    return value.map((item, i) => inOrderOf(item as Json, like[i] as Json));
  }
  return value;
}
