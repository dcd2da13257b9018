import { createElement } from 'react';

import type { PolicyText as Text, TextSection } from '../../presentation/policy/published-text.ts';

interface Props {
  readonly policy: Text;
  /** Which version it is, in the reader's words. */
  readonly version: string;
  /** Of the headings in it: one below that of whatever it stands in. */
  readonly headings: 2 | 3;
}

/** A policy as customers read it, below a heading that says what it is. */
export function PolicyText({ policy, version, headings }: Props) {
  return (
    <>
      {policy.introduction.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {policy.rules.map((rule) => (
        <Rule key={rule.heading} rule={rule} level={headings} />
      ))}
      {policy.sections.map((section) => (
        <Section key={section.heading} section={section} level={headings} />
      ))}
      <p className="unorder-quiet">{version}</p>
    </>
  );
}

/** The only rule's sections stand on their own; those of several stand below their rule. */
function Rule({
  rule: { heading, sections },
  level,
}: {
  readonly rule: Text['rules'][number];
  readonly level: number;
}) {
  const below = heading === null ? level : level + 1;
  const parts = sections.map((section) => (
    <Section key={section.heading} section={section} level={below} />
  ));
  if (heading === null) return parts;
  return (
    <section>
      <Heading level={level}>{heading}</Heading>
      {parts}
    </section>
  );
}

function Section({
  section: { heading, sentences },
  level,
}: {
  readonly section: TextSection;
  readonly level: number;
}) {
  return (
    <section>
      <Heading level={level}>{heading}</Heading>
      <Sentences of={sentences} />
    </section>
  );
}

const Heading = ({ level, children }: { readonly level: number; readonly children: string }) =>
  createElement(`h${level}`, null, children);

/** One sentence is a paragraph, several are a list. */
function Sentences({ of: sentences }: { readonly of: readonly string[] }) {
  if (sentences.length === 1) return <p>{sentences[0]}</p>;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
