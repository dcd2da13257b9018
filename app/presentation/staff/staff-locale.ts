/** The language of the app's own pages, and the notation of the numbers on them. */
export const STAFF_LOCALE = 'en';
