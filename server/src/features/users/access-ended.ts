import { AppError } from '../../platform/errors.ts';
import { sentence } from './error-words/index.ts';

/**
 * The refusal of somebody whose access an admin has ended, on every page and with every link: AppError 409 `user_deactivated`. Not 410,
 * which is for links that never work again: an admin can give the access back.
 */
export function accessEnded(): AppError {
  return new AppError('user_deactivated', {
    status: 409,
    title: sentence('accessEnded'),
  });
}
