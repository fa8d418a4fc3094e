import { describe, expect, it } from 'vitest';
import { markupProblem } from '../../src/lint/facts/markup.ts';

describe('speech markup that holds together', () => {
  it.each([
    '<speak>Hello</speak>',
    ' \n<speak version="1.1">Hello <break time="1s"/> <prosody rate="90%">there</prosody></speak>\n',
    '<speak><!-- a < b --><s>Hello</s></speak>',
    '<speak><phoneme alphabet="ipa" ph="p>q">x</phoneme></speak>',
    '<?xml version="1.0"?><speak>Hello</speak>',
    '<speak></speak>',
    '<speak>Fish &amp; chips &lt;3 &#38; &#xE9; $.Attributes.name</speak>',
    '<speak><!-- a & b=c --><mark name = "a=b" /></speak>',
  ])('%s', (markup) => {
    expect(markupProblem(markup)).toBeUndefined();
  });
});

describe('speech markup that does not', () => {
  it.each([
    ['Hello', 'there is no `<speak>` around it'],
    ['<p>Hello</p>', 'there is no `<speak>` around it'],
    ['<speak>Hello', '`<speak>` is not closed'],
    ['<speak><s>Hello</speak>', '`<s>` is closed by `</speak>`'],
    ['<speak>Hello</speak></speak>', '`</speak>` closes nothing'],
    ['<speak>a</speak><s>b</s>', '`<s>` stands behind `</speak>`'],
    ['<speak>1 < 2</speak>', 'a `<` has no `>` (< 2</speak>)'],
    ['<speak><>x</speak>', '`<>` is no tag'],
    ['<speak><!-- x</speak>', 'a comment has no end'],
    ['<speak>Fish & chips</speak>', 'an `&` is not written `&amp;` (& chips</speak>)'],
    ['<speak>Fish &and; chips &amp</speak>', 'an `&` is not written `&amp;` (&and; chips &amp</sp…)'],
    ['<speak><audio src="https://a.example/?b=1&c=2"/></speak>', 'an `&` is not written `&amp;` (&c=2"/></speak>)'],
    ['<speak><prosody rate=fast>x</prosody></speak>', 'a value in `<prosody rate=fast>` has no quotes'],
  ])('%s', (markup, problem) => {
    expect(markupProblem(markup)).toBe(problem);
  });
});
