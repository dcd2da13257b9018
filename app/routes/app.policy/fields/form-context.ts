import { createContext, useContext } from 'react';

import type { PolicyShopView } from '../../../contract/policy/policy-view.ts';
import type { PolicyFaults } from '../../../presentation/policy/policy-fault-words.ts';

/** What every field of the form needs to know, however deep it stands. */
export interface PolicyForm {
  readonly faults: PolicyFaults;
  readonly shop: PolicyShopView;
}

const FormContext = createContext<PolicyForm | null>(null);

export const PolicyFormProvider = FormContext.Provider;

function usePolicyForm(): PolicyForm {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field of the policy stands outside its form');
  return form;
}

export const useShop = (): PolicyShopView => usePolicyForm().shop;

/** What is wrong with a field, or with anything in it: the first fault at or below its path. */
export function useFault(path: string): string | undefined {
  return faultAt(usePolicyForm().faults, path);
}

/** Whether anything at or below one of the paths is wrong. */
export function useHasFault(...paths: readonly string[]): boolean {
  const { faults } = usePolicyForm();
  return paths.some((path) => faultAt(faults, path) !== undefined);
}

const faultAt = (faults: PolicyFaults, path: string): string | undefined =>
  faults[path] ?? Object.entries(faults).find(([at]) => at.startsWith(`${path}.`))?.[1];
