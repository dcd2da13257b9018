/**
 * Where files lie that an app fetches or uploads: results of bulk operations, and staged uploads. Addresses, form
 * fields and answers as recorded (https://github.com/airhorns/shopify-draft-proxy, fixtures/conformance,
 * bulk-operations); signatures are made up and not checked.
 */
import type { EpochMs } from '../model.ts';
import type { Random } from '../random.ts';

/** The hosts that files lie on; nothing else of them is simulated. */
export const STORAGE_HOSTS = {
  results: 'storage.googleapis.com',
  uploads: 'shopify-staged-uploads.storage.googleapis.com',
} as const;

/** Documented of `BulkOperation.url`: "The URL expires 7 days after the operation completes." */
export const RESULT_KEPT_MS = 7 * 24 * 3600 * 1000;
/** Recorded: the policy of a staged upload ends a day later. */
const UPLOAD_OPEN_MS = 24 * 3600 * 1000;
/** Recorded, in the policy: `["content-length-range", 1, 104857600]`. */
const MAX_UPLOAD_BYTES = 104_857_600;

const RESULTS_FOLDER = '/shopify-tiers-assets-prod-us-east1/bulk-operation-outputs/';

export interface StorageAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface StagedTarget {
  readonly url: string;
  readonly resourceUrl: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

export interface FileStorage {
  /** Keeps a result; answers the address it can be fetched from for seven days. */
  publish(fileName: string, content: string): string;
  /** A place for one file; `key` is what `stagedUploadPath` wants. */
  stage(o: {
    readonly shopId: number;
    readonly fileName: string;
    readonly mimeType: string;
    readonly method: 'POST' | 'PUT';
  }): StagedTarget;
  /** What was uploaded under a key; undefined when nothing was. */
  uploaded(key: string): string | undefined;
  /** A request to one of the hosts. `fields` are those of a form that was posted. */
  answer(request: {
    readonly host: string;
    readonly method: string;
    readonly path: string;
    readonly content?: string;
    readonly fields?: Readonly<Record<string, string>>;
  }): StorageAnswer;
}

const xml = (status: number, code: string, message: string): StorageAnswer => ({
  status,
  contentType: 'application/xml; charset=UTF-8',
  body: `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});

export function createFileStorage(now: () => EpochMs, random: Random): FileStorage {
  const results = new Map<string, { readonly content: string; readonly expiresAt: EpochMs }>();
  const uploads = new Map<string, { content?: string; readonly openUntil: EpochMs }>();

  const receive = (key: string, content: string, created: 200 | 201): StorageAnswer => {
    const place = uploads.get(key);
    if (place === undefined || place.openUntil < now()) {
      return xml(403, 'AccessDenied', 'Access denied.');
    }
    const bytes = Buffer.byteLength(content);
    if (bytes > MAX_UPLOAD_BYTES) {
      return xml(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.');
    }
    place.content = content;
    return {
      status: created,
      contentType: 'application/xml; charset=UTF-8',
      body:
        created === 200
          ? ''
          : `<?xml version='1.0' encoding='UTF-8'?><PostResponse><Location>https://${STORAGE_HOSTS.results}/shopify-staged-uploads/${key}</Location><Bucket>shopify-staged-uploads</Bucket><Key>${key}</Key></PostResponse>`,
    };
  };

  return {
    publish(fileName, content) {
      const path = `${RESULTS_FOLDER}${random.hex(28)}-final`;
      const expiresAt = now() + RESULT_KEPT_MS;
      results.set(path, { content, expiresAt });
      const query = new URLSearchParams({
        GoogleAccessId: 'assets-us-prod@shopify-tiers.iam.gserviceaccount.com',
        Expires: String(Math.floor(expiresAt / 1000)),
        Signature: random.hex(64),
        'response-content-disposition': `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`,
        'response-content-type': 'application/jsonl',
      });
      return `https://${STORAGE_HOSTS.results}${path}?${query.toString()}`;
    },
    stage({ shopId, fileName, mimeType, method }) {
      const key = `tmp/${shopId}/bulk/${random.uuid()}/${fileName}`;
      uploads.set(key, { openUntil: now() + UPLOAD_OPEN_MS });
      const signature = { name: 'x-goog-signature', value: random.hex(64) };
      if (method === 'PUT') {
        const url = `https://${STORAGE_HOSTS.uploads}/${key}?X-Goog-Signature=${signature.value}`;
        return {
          url,
          resourceUrl: url,
          parameters: [
            { name: 'content_type', value: mimeType },
            { name: 'acl', value: 'private' },
          ],
        };
      }
      const url = `https://${STORAGE_HOSTS.uploads}/`;
      return {
        url,
        resourceUrl: url,
        parameters: [
          { name: 'Content-Type', value: mimeType },
          { name: 'success_action_status', value: '201' },
          { name: 'acl', value: 'private' },
          { name: 'key', value: key },
          signature,
        ],
      };
    },
    uploaded: (key) => uploads.get(key)?.content,
    answer({ host, method, path, content, fields }) {
      if (host === STORAGE_HOSTS.results && method === 'GET') {
        const result = results.get(path);
        if (result === undefined) {
          return xml(404, 'NoSuchKey', 'The specified key does not exist.');
        }
        if (result.expiresAt < now()) {
          return xml(400, 'ExpiredToken', 'The provided token has expired.');
        }
        return { status: 200, contentType: 'application/jsonl', body: result.content };
      }
      if (host === STORAGE_HOSTS.uploads && method === 'PUT' && content !== undefined) {
        return receive(path.slice(1), content, 200);
      }
      if (host === STORAGE_HOSTS.uploads && method === 'POST' && fields !== undefined) {
        return receive(fields['key'] ?? '', fields['file'] ?? '', 201);
      }
      return xml(501, 'NotImplemented', `NOT_SIMULATED ${method} ${host}${path}`);
    },
  };
}
