import { z } from 'zod';
import { query, task } from './method.ts';

export const role = z.enum(['clerk', 'approver', 'administrator']);

export const userView = z.object({
  id: z.string(),
  name: z.string(),
  /** Each role can do what the one before it can: clerks write, approvers also export and issue receipts, administrators also hold keys and users. */
  role,
  createdAt: z.string(),
  /** Whether this is who has the books open. */
  isMe: z.boolean(),
});
export type UserView = z.infer<typeof userView>;

const password = z.string().max(200);

export const userMethods = {
  /** Users of the workspace who have not left, in the order in which they came. */
  'user.list': query('clerk', z.object({}), z.array(userView)),
  /**
   * Adds a user with a password of its own. `ownPassword` is that of the administrator who asks: with it the data key is wrapped anew. Fails
   * with `wrong-password`, `user-exists`, `password-too-short`.
   */
  'user.add': task(
    'administrator',
    z.object({ name: z.string().trim().min(1).max(120), role, password, ownPassword: z.string() }),
    userView,
  ),
  /** Fails with `user-unknown` or `last-administrator`. */
  'user.setRole': task('administrator', z.object({ id: z.string(), role }), userView),
  /** A user who has left can no longer open the books; what it wrote keeps its name. Fails with `user-unknown`, `last-administrator`. */
  'user.remove': task('administrator', z.object({ id: z.string() }), z.object({ id: z.string() })),
  /**
   * Sets a password: one's own, or as administrator another's. `ownPassword` is that of who asks. Fails with `wrong-password`,
   * `user-unknown`, `not-permitted`, `password-too-short`.
   */
  'user.setPassword': task(
    'clerk',
    z.object({ id: z.string().optional(), ownPassword: z.string(), newPassword: password }),
    z.object({ id: z.string() }),
  ),
} as const;
