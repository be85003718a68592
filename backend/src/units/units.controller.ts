import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Req } from '@nestjs/common';
import type { Page } from '#contract/list';
import {
  type Department,
  type DepartmentChanges,
  type DepartmentsQuery,
  type NewDepartment,
  type NewUnit,
  type Unit,
  type UnitChanges,
  type UnitsQuery,
  departmentChangesSchema,
  departmentPageSchema,
  departmentSchema,
  departmentsPath,
  departmentsQuerySchema,
  newDepartmentSchema,
  newUnitSchema,
  unitChangesSchema,
  unitPageSchema,
  unitSchema,
  unitsPath,
  unitsQuerySchema,
} from '#contract/units';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { IntegerPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../platform/idempotency/idempotency-key.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { DepartmentCodePath } from './department-code-path.ts';
import { Departments } from './departments.service.ts';
import { UnitLocator } from './unit-locator.ts';
import { Units } from './units.service.ts';

@Controller()
export class UnitsController {
  readonly #units: Units;
  readonly #departments: Departments;

  constructor(@Inject(Units) units: Units, @Inject(Departments) departments: Departments) {
    this.#units = units;
    this.#departments = departments;
  }

  @Policy('units.read')
  @Answers(unitPageSchema)
  @Get(unitsPath)
  list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: unitsQuerySchema }) query: UnitsQuery,
  ): Promise<Page<Unit>> {
    return this.#units.list(actor, query);
  }

  @Policy('units.write')
  @Answers(unitSchema, { problems: ['unit-code-taken', 'unknown-parent'] })
  @Post(unitsPath)
  add(
    @Body({ schema: newUnitSchema }) wanted: NewUnit,
    @CurrentActor() actor: RequestActor,
    @Idempotent() asking: Asking | undefined,
    @Req() from: HttpRequest,
  ): Promise<Unit> {
    return this.#units.add(wanted, { actor, from, asking });
  }

  @Policy('units.write', UnitLocator)
  @Answers(unitSchema)
  @Patch(`${unitsPath}/:id`)
  change(
    @Param('id', IntegerPath) id: number,
    @Body({ schema: unitChangesSchema }) changes: UnitChanges,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<Unit> {
    return this.#units.change(id, changes, { actor, from });
  }

  @Policy('departments.read')
  @Answers(departmentPageSchema)
  @Get(departmentsPath)
  listDepartments(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: departmentsQuerySchema }) query: DepartmentsQuery,
  ): Promise<Page<Department>> {
    return this.#departments.list(actor, query);
  }

  @Policy('departments.write')
  @Answers(departmentSchema, { problems: ['department-code-taken'] })
  @Post(departmentsPath)
  addDepartment(
    @Body({ schema: newDepartmentSchema }) wanted: NewDepartment,
    @CurrentActor() actor: RequestActor,
    @Idempotent() asking: Asking | undefined,
    @Req() from: HttpRequest,
  ): Promise<Department> {
    return this.#departments.add(wanted, { actor, from, asking });
  }

  @Policy('departments.write')
  @Answers(departmentSchema, { problems: ['department-in-use', 'unit-required'] })
  @Patch(`${departmentsPath}/:code`)
  changeDepartment(
    @Param('code', DepartmentCodePath) code: string,
    @Body({ schema: departmentChangesSchema }) changes: DepartmentChanges,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<Department> {
    return this.#departments.change(code, changes, { actor, from });
  }
}
