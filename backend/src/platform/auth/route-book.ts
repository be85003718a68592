import { Inject, Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './policy.ts';
import { routeNames } from './route-name.ts';

export interface Route {
  /** `GET /api/v1/users/:id` */
  readonly name: string;
  readonly access: Access;
}

/** What answers a route, for those who want to know more of it than what it asks. */
export interface Handled extends Route {
  readonly controller: Type;
  /** The name of the method, under which Nest keeps what its parameters take. */
  readonly method: string;
}

type Handler = Omit<Handled, 'access'> & { readonly access: Access | undefined };

const byName = (one: Route, other: Route): number => (one.name < other.name ? -1 : 1);

/** Every route there is, and what it asks; one that asks nothing stops the boot. */
@Injectable()
export class RouteBook implements OnModuleInit {
  readonly #discovery: DiscoveryService;
  readonly #reflector: Reflector;
  readonly #scanner = new MetadataScanner();

  constructor(
    @Inject(DiscoveryService) discovery: DiscoveryService,
    @Inject(Reflector) reflector: Reflector,
  ) {
    this.#discovery = discovery;
    this.#reflector = reflector;
  }

  onModuleInit(): void {
    this.list();
  }

  list(): readonly Route[] {
    return this.handlers().map(({ name, access }) => ({ name, access }));
  }

  handlers(): readonly Handled[] {
    const handlers = this.#discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.#handlersOf(metatype as Type) : []));
    const open = handlers.filter(({ access }) => access === undefined).map(({ name }) => name);
    if (open.length > 0) throw new Error(`no policy on: ${open.join('; ')}`);
    return handlers
      .flatMap(({ access, ...handler }) => (access === undefined ? [] : [{ ...handler, access }]))
      .toSorted(byName);
  }

  #handlersOf(controller: Type): readonly Handler[] {
    const prototype = controller.prototype as Readonly<Record<string, object>>;
    return this.#scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (typeof handler !== 'function') return [];
      const access = this.#reflector.getAllAndOverride<Access | undefined>(ACCESS, [
        handler as () => unknown,
        controller,
      ]);
      return routeNames(controller, handler).map((name) => ({ name, access, controller, method }));
    });
  }
}
