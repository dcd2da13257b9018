/** In which shape entries of the record as a whole are stored; their `data` is an `AuditNote` without its type. */
export const AUDIT_ENTRY_FORMAT = 1;
