/** `npm run jobs`: writes the list of all jobs, from the files of `app/jobs` that define one. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { JOB_LIST, ROOT, jobList } from './jobs/job-list.ts';

await writeFile(path.join(ROOT, JOB_LIST), await jobList());
