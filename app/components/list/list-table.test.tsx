import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { renderPage } from '../../../tests/support/pages/page.tsx';
import { type ListSpec, firstPage } from '../../presentation/list/list-query.ts';
import { ListTable } from './list-table.tsx';

afterEach(cleanup);

/** A list of another kind than the app has. */
const SPEC: ListSpec<'name', 'color'> = {
  sorts: { name: /^[a-z]+~\d+$/ },
  defaultSort: { by: 'name', direction: 'ascending' },
  filters: { color: ['red', 'blue'] },
};
const choices = [
  { value: 'red', label: 'Red' },
  { value: 'blue', label: 'Blue' },
];

const table = (rows: readonly string[]) => (
  <ListTable
    resourceName={{ singular: 'mug', plural: 'mugs' }}
    spec={SPEC}
    query={{ ...firstPage(SPEC), filters: { color: 'blue' } }}
    paging={{ previous: null, next: null }}
    rows={rows}
    idOf={(row) => row}
    columns={[{ title: 'Name', sort: 'name', cell: (row) => row }]}
    narrowRow={(row) => row}
    placeholder="Name"
    filters={[{ name: 'color', label: 'Color', choices }]}
    empty="There are no mugs."
    end="That was the last mug."
  />
);

it('shows its rows, the filter that holds, and where it ends; no pages where there is one', () => {
  renderPage(table(['Teapot']));
  expect(screen.getByText('Teapot')).toBeTruthy();
  expect(screen.getByText('Color: Blue')).toBeTruthy();
  expect(screen.getByText('That was the last mug.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
});

it('says why it is empty, and no end of nothing', () => {
  renderPage(table([]));
  expect(screen.getByText('There are no mugs.')).toBeTruthy();
  expect(screen.queryByText('That was the last mug.')).toBeNull();
});
