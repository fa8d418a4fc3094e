/** Every form is well made: its paths, errors and words are those of the facts, and nothing is said twice. */
import { describe, expect, it } from 'vitest';
import { actions } from '../../src/catalogue/index.ts';
import type { ActionEntry, BranchSlot, Codec, Form, Slot } from '../../src/catalogue/types.ts';

/** Said by code: `match`, `if`, `repeat`, `split`. */
const IN_CODE = ['Compare', 'DistributeByPercentage', 'Loop'];

/** Parameters that no form says, and why; `action Type { … }` still does. */
const UNSAID: Readonly<Record<string, string>> = {
  'Wait TimeoutSeconds': 'refused by the service',
  'UpdateContactRecordingAndAnalyticsBehavior EmailBehavior': 'the key is a guess; nobody has shown what stands in it',
  'UpdateFlowAttributes FlowAttributes.<key>.Type': 'written by nothing but one live report; the word is always String',
};

const SPEECH = ['PromptId', 'Text', 'SSML', 'Media'];

const entries = [...actions.values()];
const forms = entries.flatMap((entry) => entry.forms.map((form) => ({ entry, form })));

describe('the catalogue', () => {
  it('has a form for every action but those said by code', () => {
    expect(
      entries
        .filter((entry) => entry.forms.length === 0)
        .map((entry) => entry.type)
        .sort(),
    ).toEqual(IN_CODE);
  });

  it('has every entry under its own type', () => {
    expect(entries.map((entry) => entry.type)).toEqual([...actions.keys()]);
    expect(entries.length).toBeGreaterThanOrEqual(69);
  });

  it('has no two forms that begin alike', () => {
    const heads = forms.map(({ form }) => `${form.phrase}${hasOperand(form) ? ' …' : ''}`);
    expect(heads.filter((head, i) => heads.indexOf(head) !== i)).toEqual([]);
  });

  it('has an example for every action', () => {
    expect(entries.filter((entry) => (entry.example ?? '') === '').map((entry) => entry.type)).toEqual([]);
  });

  it('warns of Voice ID wherever it is the whole action', () => {
    expect(
      entries
        .filter((entry) => entry.retired !== undefined)
        .map((entry) => entry.type)
        .sort(),
    ).toEqual(['CheckVoiceId', 'StartVoiceIdStream']);
  });
});

describe.each(entries.filter((entry) => entry.forms.length > 0).map((entry) => [entry.type, entry] as const))(
  '%s',
  (_, entry) => {
    it('says every parameter', () => {
      const unsaid = entry.parameters
        .filter((parameter) => !entry.forms.some((form) => says(form, parameter.name)))
        .map((parameter) => `${entry.type} ${parameter.name}`);
      expect(unsaid.filter((name) => UNSAID[name] === undefined)).toEqual([]);
    });

    it('names only parameters that exist', () => {
      const paths = entry.forms.flatMap((form) => [
        ...slotsOf(form).map((slot) => slot.path),
        ...Object.keys(form.fixed ?? {}),
        ...guardsOf(form),
      ]);
      expect(paths.filter((path) => !exists(entry, path))).toEqual([]);
    });

    it('has keys in snake case, each once a form', () => {
      for (const form of entry.forms) {
        const keys = (form.entries ?? []).map((slot) => slot.key);
        expect(keys.filter((key) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key))).toEqual([]);
        expect(new Set(keys).size).toBe(keys.length);
        expect(form.phrase).toMatch(/^[a-z][a-z0-9_]*( [a-z][a-z0-9_]*)*$/);
      }
    });

    it('says no parameter twice in one form', () => {
      for (const form of entry.forms) {
        const paths = [...slotsOf(form).map((slot) => slot.path), ...Object.keys(form.fixed ?? {})];
        expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([]);
      }
    });

    it('has branches for errors and operands of the facts, each word once', () => {
      for (const form of entry.forms) {
        const branches = form.branches ?? [];
        expect(branches.filter((branch) => !isFact(entry, branch))).toEqual([]);
        const words = branches.map((branch) => branch.word);
        expect(words.filter((word, i) => words.indexOf(word) !== i || !/^[a-z][a-z0-9_]*$/.test(word))).toEqual([]);
        const { control } = form;
        if (control.kind !== 'plain' && control.kind !== 'terminal' && control.mirror !== undefined) {
          expect(entry.errors.map((error) => error.type)).toContain(control.mirror);
        }
      }
    });

    it('has a branch for every error that is mandatory', () => {
      for (const form of entry.forms) {
        const always = (form.branches ?? [])
          .filter((branch) => branch.need === 'always')
          .map((branch) => ('error' in branch ? branch.error : ''));
        const mandatory = entry.errors.filter((error) => error.mandatory === 'yes').map((error) => error.type);
        expect(mandatory.filter((error) => !always.includes(error))).toEqual([]);
      }
      const known = entry.forms.flatMap((form) =>
        (form.branches ?? []).flatMap((branch) => ('error' in branch ? [branch.error] : [])),
      );
      expect(entry.errors.map((error) => error.type).filter((error) => !known.includes(error))).toEqual([]);
    });

    it('calls catch-alls by one name everywhere', () => {
      for (const branch of entry.forms.flatMap((form) => form.branches ?? [])) {
        if (!('error' in branch)) continue;
        expect(branch.word === 'error').toBe(branch.error === 'NoMatchingError');
        expect(branch.word === 'default').toBe(branch.error === 'NoMatchingCondition');
        expect(branch.word === 'timeout').toBe(branch.error.endsWith('TimeLimitExceeded'));
      }
    });

    it('ends where Connect ends, and has cases only where Connect has conditions', () => {
      for (const form of entry.forms) {
        expect(form.control.kind === 'terminal').toBe(entry.terminal);
        const conditional =
          form.cases !== undefined ||
          (form.branches ?? []).some((branch) => 'equals' in branch) ||
          form.control.kind === 'check';
        if (conditional) expect(entry.conditions.supported).toBe(true);
      }
    });

    it('implies values for parameters that the service demands, and for nothing else', () => {
      for (const form of entry.forms) {
        for (const slot of slotsOf(form).filter((s) => s.implied !== undefined)) {
          const parameter = entry.parameters.find((p) => p.name === slot.path);
          // The style is what an engine implies (`set voice Kazuha neural`).
          expect(parameter?.required !== 'no' || slot.path === 'TextToSpeechStyle').toBe(true);
        }
      }
    });

    it('writes words that Connect knows', () => {
      for (const form of entry.forms) {
        for (const slot of slotsOf(form)) {
          const parameter = entry.parameters.find((p) => p.name === slot.path || p.name === `${slot.path}[]`);
          const known = parameter?.values;
          if (known === undefined) continue;
          expect(wireWords(slot.as).filter((word) => !known.includes(word))).toEqual([]);
        }
        for (const [path, value] of Object.entries(form.fixed ?? {})) {
          const known = entry.parameters.find((p) => p.name === path)?.values;
          if (known !== undefined && typeof value === 'string') expect(known).toContain(value);
        }
      }
    });
  },
);

function hasOperand(form: Form): boolean {
  return (form.operands ?? []).length > 0;
}

function slotsOf(form: Form): readonly Slot[] {
  return [...(form.operands ?? []), ...(form.entries ?? []), ...(form.rest === undefined ? [] : [form.rest])];
}

function guardsOf(form: Form): readonly string[] {
  const within = slotsOf(form).flatMap((slot) => (slot.impliedWithin === undefined ? [] : [slot.impliedWithin]));
  const guards = (form.branches ?? []).flatMap((branch) => (branch.when === undefined ? [] : [branch.when.path]));
  return [
    ...within,
    ...guards,
    ...(form.control.kind === 'check' && form.control.onlyWith !== undefined ? [form.control.onlyWith] : []),
  ];
}

/** The path is a parameter, stands around one, or below one whose keys are free or fixed words. */
function exists(entry: ActionEntry, path: string): boolean {
  return entry.parameters.some((parameter) => {
    const name = parameter.name;
    if (path === '') return SPEECH.includes(name);
    if (name === path || name.startsWith(`${path}.`) || name.startsWith(`${path}[`)) return true;
    return (
      parameter.keys !== undefined &&
      path.startsWith(`${name}.`) &&
      parameter.keys.includes(path.slice(name.length + 1))
    );
  });
}

function says(form: Form, name: string): boolean {
  if (form.fixed?.[name] !== undefined) return true;
  return slotsOf(form).some((slot) => {
    if (slot.path === '') return SPEECH.some((key) => name === key || name.startsWith(`${key}.`));
    if (slot.path === name || slot.path.startsWith(`${name}.`)) return true;
    const below = name.startsWith(`${slot.path}.`) || name.startsWith(`${slot.path}[`);
    return below && takesWhole(slot.as, name);
  });
}

/** Codecs that write everything below their path. */
function takesWhole(codec: Codec, name: string): boolean {
  if (codec === 'values') return name.endsWith('.Value');
  return ['json', 'texts', 'speeches', 'streams', 'phone_format', 'profile_query'].includes(codec as string);
}

function isFact(entry: ActionEntry, branch: BranchSlot): boolean {
  if ('error' in branch) return entry.errors.some((error) => error.type === branch.error);
  return entry.conditions.operands?.includes(branch.equals) === true;
}

function wireWords(codec: Codec): readonly string[] {
  if (typeof codec === 'string') return [];
  if ('enum' in codec) return Object.values(codec.enum);
  if ('flag' in codec) return codec.flag;
  return 'list' in codec ? wireWords(codec.list) : [];
}
