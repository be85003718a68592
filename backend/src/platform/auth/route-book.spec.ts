import { Controller, Delete, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { Policy, Public, SignedIn } from './policy.ts';
import { RouteBook } from './route-book.ts';

@Controller('desk')
class Desk {
  @Policy('users.read')
  @Get()
  list(): string {
    return 'all';
  }

  @SignedIn()
  @Post(':id/open')
  open(): string {
    return 'open';
  }
}

@Public()
@Controller()
class Hall {
  @Get(['hall', 'porch'])
  look(): string {
    return 'hall';
  }
}

@Controller('cellar')
class Cellar {
  @Delete('wine')
  drink(): string {
    return 'gone';
  }
}

@Module({ imports: [DiscoveryModule], controllers: [Desk, Hall], providers: [RouteBook] })
class House {}

@Module({ imports: [DiscoveryModule], controllers: [Desk, Cellar], providers: [RouteBook] })
class OpenHouse {}

const open = (module: typeof House) =>
  NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });

describe('the book of routes', () => {
  it('knows every route and what it asks', async () => {
    const house = await open(House);
    expect(house.get(RouteBook).list()).toEqual([
      { name: 'GET /desk', access: { kind: 'permission', permission: 'users.read' } },
      { name: 'GET /hall', access: { kind: 'public' } },
      { name: 'GET /porch', access: { kind: 'public' } },
      { name: 'POST /desk/:id/open', access: { kind: 'signedIn', evenWhile: 'free' } },
    ]);
    await house.close();
  });

  it('does not let the product start with a route that asks nothing', async () => {
    await expect(open(OpenHouse)).rejects.toThrow('no policy on: DELETE /cellar/wine');
  });
});
