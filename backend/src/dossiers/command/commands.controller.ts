import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import {
  awaitedApprovalSchema,
  commandBodies,
  dossierAnswerSchema,
  dossiersPath,
  officerCommands,
  type DossierAnswer,
  type OfficerCommand,
} from '#contract/dossiers';
import { DOSSIER_REFUSALS } from '#domain/dossier';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { LowerCasePath } from '../../platform/auth/path-id.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpReply, HttpRequest } from '../../platform/http/exchange.ts';
import type { AskedCommand } from './attempt.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { CommandService } from './command.service.ts';

type Answer = DossierAnswer | { readonly approvalId: string };

interface Exchange {
  readonly actor: RequestActor;
  readonly request: HttpRequest;
  readonly reply: HttpReply;
}

/** `POST /dossiers/{id}/{command}`: a route of its own for each command, declared below. */
@Controller(dossiersPath)
export class CommandsController {
  readonly #commands: CommandService;

  constructor(@Inject(CommandService) commands: CommandService) {
    this.#commands = commands;
  }

  async carryOut(
    id: string,
    asked: AskedCommand,
    { actor, request, reply }: Exchange,
  ): Promise<Answer> {
    const carried = await this.#commands.carryOut({ actor, request }, id, asked);
    if (carried.kind === 'awaiting') {
      reply.status(202);
      return { approvalId: carried.approvalId };
    }
    reply.header('etag', `"${carried.answer.version}"`);
    return carried.answer;
  }
}

const PROMISE = {
  also: { 202: awaitedApprovalSchema },
  problems: [...DOSSIER_REFUSALS, 'approval-under-way', 'unknown-assignee', 'unknown-dossier'],
  versioned: true,
} as const;

type Handler = (
  this: CommandsController,
  id: string,
  body: AskedCommand['body'],
  ...exchange: readonly [RequestActor, HttpRequest, HttpReply]
) => Promise<Answer>;

const handlerOf = (type: OfficerCommand): Handler =>
  function handler(this, id, body, ...[actor, request, reply]) {
    return this.carryOut(id, { type, body }, { actor, request, reply });
  };

/** The same decorators as on a method written out; forty of them would say nothing more. */
const declareRoute = (type: OfficerCommand): void => {
  const place = CommandsController.prototype;
  const handler = Object.defineProperty(handlerOf(type), 'name', { value: type });
  const descriptor = { value: handler, writable: true, configurable: true };
  Object.defineProperty(place, type, descriptor);
  for (const decorate of [
    Post(`:id/${type}`),
    HttpCode(200),
    PolicyInHandler(`dossiers.${type}`),
    Answers(dossierAnswerSchema, PROMISE),
  ]) {
    decorate(place, type, descriptor);
  }
  const parameters = [
    Param('id', LowerCasePath),
    Body({ schema: commandBodies[type] }),
    CurrentActor(),
    Req(),
    Res({ passthrough: true }),
  ];
  parameters.forEach((decorate, index) => decorate(place, type, index));
};

for (const type of officerCommands) declareRoute(type);
