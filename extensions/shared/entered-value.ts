/** The text in the field an event came from. */
export function enteredValue({ currentTarget }: Event): string {
  return currentTarget !== null &&
    'value' in currentTarget &&
    typeof currentTarget.value === 'string'
    ? currentTarget.value
    : '';
}

/** Whether the box an event came from is ticked. */
export function isTicked({ currentTarget }: Event): boolean {
  return currentTarget !== null && 'checked' in currentTarget && currentTarget.checked === true;
}

/** The one that is chosen in the list an event came from. */
export function chosenValue({ currentTarget }: Event): string {
  return currentTarget !== null && 'values' in currentTarget && Array.isArray(currentTarget.values)
    ? String(currentTarget.values[0] ?? '')
    : '';
}
