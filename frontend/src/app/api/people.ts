import { Injectable, computed, inject, resource } from '@angular/core';
import { userPageSchema, usersPath } from '#contract/identity';
import { departmentPageSchema, departmentsPath } from '#contract/units';
import { ApiClient } from './api-client.ts';
import { Session } from './session.ts';

const MOST = 500;

/** Names behind the ids that dossiers carry, of the unit the screens speak of. */
@Injectable({ providedIn: 'root' })
export class People {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #unitId = computed(() => this.#session.unit()?.id);

  readonly #users = resource({
    params: () => (this.#session.may('users.read') ? this.#unitId() : undefined),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(usersPath, userPageSchema, { query: { unitId, limit: MOST }, abort }),
  });

  readonly #departments = resource({
    params: () => (this.#session.may('departments.read') ? this.#unitId() : undefined),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(departmentsPath, departmentPageSchema, {
        query: { unitId, limit: MOST },
        abort,
      }),
  });

  readonly users = computed(() => (this.#users.hasValue() ? this.#users.value().items : []));
  readonly departments = computed(() =>
    this.#departments.hasValue() ? this.#departments.value().items : [],
  );

  readonly #userNames = computed(
    () => new Map(this.users().map(({ id, displayName }) => [id, displayName])),
  );
  readonly #departmentNames = computed(
    () => new Map(this.departments().map(({ code, name }) => [code, name])),
  );

  /** Undefined for machines, for people of other units, and until the names are there. */
  nameOf(userId: string | undefined): string | undefined {
    return userId === undefined ? undefined : this.#userNames().get(userId);
  }

  departmentOf(code: string | undefined): string | undefined {
    return code === undefined ? undefined : (this.#departmentNames().get(code) ?? code);
  }
}
