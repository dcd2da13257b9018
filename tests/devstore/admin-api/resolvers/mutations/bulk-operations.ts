/** Starting, feeding and canceling bulk operations; words as recorded (see bulk/bulk-rules.ts). */
import { AT_ONCE, type BulkType } from '../../../world/bulk/bulk-operations.ts';
import { gid } from '../../../world/gid.ts';
import { checkBulkMutation, checkBulkQuery } from '../../bulk/bulk-rules.ts';
import { cancel, createOperation, runMutation, runQuery } from '../../bulk/bulk-run.ts';
import type { Context } from '../../context.ts';
import { readId } from '../../inputs/ids.ts';
import { notSimulated } from '../../not-simulated.ts';

const refused = (userErrors: readonly object[]): object => ({ bulkOperation: null, userErrors });

function inProgress({ kernel, installation }: Context, type: BulkType): object | null {
  const running = kernel.bulk.running(installation, type);
  if (running.length < AT_ONCE) return null;
  const ids = running.map(({ id }) => gid('BulkOperation', id)).join(', ');
  const message = `A bulk ${type.toLowerCase()} operation for this app and shop is already in progress: ${ids}.`;
  return refused([{ field: null, message, code: 'OPERATION_IN_PROGRESS' }]);
}

function bulkOperationRunQuery(
  _root: null,
  { query, groupObjects }: { readonly query: string; readonly groupObjects: boolean },
  context: Context,
): object {
  const checked = checkBulkQuery(context.schema, query);
  if ('userErrors' in checked) return refused(checked.userErrors);
  const busy = inProgress(context, 'QUERY');
  if (busy !== null) return busy;
  const operation = createOperation(context, 'QUERY', query);
  runQuery(context, operation, checked, groupObjects);
  return { bulkOperation: operation, userErrors: [] };
}

interface RunMutationArgs {
  readonly mutation: string;
  readonly stagedUploadPath: string;
  readonly clientIdentifier?: string | null;
}

function bulkOperationRunMutation(
  _root: null,
  { mutation, stagedUploadPath, clientIdentifier }: RunMutationArgs,
  context: Context,
): object {
  const checked = checkBulkMutation(context.schema, mutation);
  if ('userErrors' in checked) return refused(checked.userErrors);
  // Recorded: a missing file is found before the limit is.
  const uploaded = context.kernel.storage.uploaded(stagedUploadPath);
  if (uploaded === undefined) {
    const message =
      "The JSONL file could not be found. Try uploading the file again, and check that you've entered the URL correctly for the stagedUploadPath mutation argument.";
    return refused([{ field: null, message, code: 'NO_SUCH_FILE' }]);
  }
  const busy = inProgress(context, 'MUTATION');
  if (busy !== null) return busy;
  if (uploaded.trim() === '') {
    const message = 'The input file is empty.';
    return refused([{ field: null, message, code: 'INVALID_STAGED_UPLOAD_FILE' }]);
  }
  const operation = createOperation(context, 'MUTATION', mutation, clientIdentifier ?? null);
  runMutation(context, operation, checked, uploaded);
  return { bulkOperation: operation, userErrors: [] };
}

function bulkOperationCancel(
  _root: null,
  { id }: { readonly id: string },
  context: Context,
): object {
  const { kernel, installation } = context;
  const operation = kernel.bulk.find(installation, readId('BulkOperation', id));
  if (operation === null) {
    return refused([{ field: ['id'], message: 'Bulk operation does not exist' }]);
  }
  if (operation.status === 'CREATED' || operation.status === 'RUNNING') cancel(context, operation);
  else if (operation.status !== 'CANCELING') {
    const message = `A bulk operation cannot be canceled when it is ${operation.status.toLowerCase()}`;
    return { bulkOperation: operation, userErrors: [{ field: null, message }] };
  }
  return { bulkOperation: operation, userErrors: [] };
}

interface StagedUploadInput {
  readonly filename: string;
  readonly mimeType: string;
  readonly resource: string;
  readonly httpMethod?: 'POST' | 'PUT' | null;
}

/** Variables of bulk mutations alone; a file is uploaded by PUT unless POST is asked for. */
function stagedUploadsCreate(
  _root: null,
  { input }: { readonly input: readonly StagedUploadInput[] },
  { kernel, shop }: Context,
): object {
  const stagedTargets = input.map(({ filename, mimeType, resource, httpMethod }) => {
    if (resource !== 'BULK_MUTATION_VARIABLES') {
      throw notSimulated(`StagedUploadInput.resource ${resource}`);
    }
    const method = httpMethod ?? 'PUT';
    return kernel.storage.stage({ shopId: shop.id, fileName: filename, mimeType, method });
  });
  return { stagedTargets, userErrors: [] };
}

export const bulkOperationMutations = {
  bulkOperationRunQuery,
  bulkOperationRunMutation,
  bulkOperationCancel,
  stagedUploadsCreate,
};
