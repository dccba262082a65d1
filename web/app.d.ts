import type { ErrorCode } from '#shared/errors.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Why, where the server said so. */
      code?: ErrorCode;
    }
  }
}

export {};
