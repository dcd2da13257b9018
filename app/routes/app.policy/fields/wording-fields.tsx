import { BlockStack, Button, InlineGrid, InlineStack } from '@shopify/polaris';
import { useId, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { Wording } from '../../../domain/policy/document/policy.ts';
import { languageName } from '../../../presentation/text/names.ts';
import { useHasFault, useShop } from './form-context.ts';
import { PolicyTextField } from './text-field.tsx';

interface Props {
  /** Of the text in the document; its label and translations stand below it. */
  readonly path: string;
  readonly label: string;
  readonly longest: number;
  readonly helpText?: string;
  readonly value: Wording;
  readonly onChange: (value: Wording) => void;
}

/** A text for customers, in the shop's language and in the others that its customers read. */
export function WordingFields({ path, label, longest, helpText, value, onChange }: Props) {
  const { t, locale } = useMessages();
  const { locales } = useShop();
  const [asked, setAsked] = useState(false);
  const faulty = useHasFault(`${path}.translations`);
  const translationsId = useId();
  const { translations } = value;
  // A translation that exists is shown, whether or not the shop still offers its language.
  const [own = 'en', ...others] = [
    ...new Set([...locales.map((locale) => locale.slice(0, 2)), ...Object.keys(translations)]),
  ];
  const shown = asked || faulty;
  const written = others.filter((language) => translations[language]?.trim()).length;

  return (
    <BlockStack gap="300">
      <PolicyTextField
        path={`${path}.label`}
        label={t('policy.wording.in', { label, language: languageName(own, locale) })}
        value={value.label}
        onChange={(text) => onChange({ ...value, label: text })}
        maxLength={longest}
        showCharacterCount
        {...(helpText === undefined ? {} : { helpText })}
      />
      {others.length > 0 && (
        <InlineStack>
          <Button
            variant="plain"
            disclosure={shown ? 'up' : 'down'}
            ariaExpanded={shown}
            ariaControls={translationsId}
            onClick={() => setAsked(!asked)}
          >
            {t('policy.wording.translations', { count: written, all: others.length })}
          </Button>
        </InlineStack>
      )}
      {shown && (
        <div id={translationsId}>
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            {others.map((language) => (
              <PolicyTextField
                key={language}
                path={`${path}.translations.${language}`}
                label={languageName(language, locale)}
                value={translations[language] ?? ''}
                onChange={(text) =>
                  onChange({ ...value, translations: { ...translations, [language]: text } })
                }
                maxLength={longest}
                placeholder={value.label}
              />
            ))}
          </InlineGrid>
        </div>
      )}
    </BlockStack>
  );
}
