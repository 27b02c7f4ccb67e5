/** A request that cannot be answered as asked; `message` is what the person reads. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 507
  constructor(status: ApiError['status'], message: string) {
    super(message)
    this.status = status
  }
}
