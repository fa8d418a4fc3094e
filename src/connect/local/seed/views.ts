/** Views of the service itself: their ARNs have a version and no account. What they look like is not known here. */
import { viewPlace } from '../operations/shared/places.ts';
import type { Seeding } from './seeding.ts';

const NAMES = ['After Contact Work', 'Cards', 'Confirmation', 'Detail', 'Form', 'List'];

export function seedViews({ context, put }: Seeding): void {
  const { partition, region } = context.instance;
  const content = { Template: '{}', Actions: ['ActionSelected'] };
  for (const name of NAMES) {
    const id = name.toLowerCase().replaceAll(' ', '-');
    put(viewPlace.collection, {
      Id: id,
      Arn: `arn:${partition}:connect:${region}:aws:view/${id}:1`,
      Name: name,
      Type: 'AWS_MANAGED',
      CreatedTime: context.now(),
      Saved: content,
      Latest: content,
    });
  }
}
