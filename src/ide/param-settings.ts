/** What the environments of a project file give to params, and where. */
import { memberOf } from '../flowjson/json-scan.ts';
import { nodeAt, wholeLayer } from '../flowjson/layer.ts';
import type { SourceText, Span } from '../text/text.ts';

export interface Setting {
  readonly environment: string;
  readonly param: string;
  /** The name of the param, without its quotes. */
  readonly span: Span;
  /** As it is written. */
  readonly value: string;
}

/** In source order; none where the file is no JSON. */
export function paramSettings(projectFile: SourceText): readonly Setting[] {
  const environments = nodeAt(wholeLayer(projectFile), ['environments'])?.members ?? [];
  return environments.flatMap(({ key: environment, value: settings }) =>
    (memberOf(settings, 'params')?.value.members ?? []).map(({ key, keySpan, value }) => ({
      environment,
      param: key.normalize('NFC'),
      span: { start: keySpan.start + 1, end: keySpan.end - 1 },
      value: projectFile.text.slice(value.span.start, value.span.end),
    })),
  );
}
