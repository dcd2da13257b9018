/** What has to be read from the platform before anything can be decided. */
export type Observation =
  | 'fulfillment'
  | 'readiness'
  | 'recall'
  | 'cancel'
  | 'money'
  | 'own_holds'
  /** Whether what a person is asked for has settled itself, or changed. */
  | 'attention'
  /** What became of a completed cancellation's money: refunds come back, payments come late. */
  | 'aftermath';
