export { AlertsModule } from './alerts.module.ts';
export { Escalations } from './list/escalations.service.ts';
export { lookAgain } from './rules/look-again.ts';
export { wishesOf } from './store/delivery-store.ts';
export { SweepLag } from './sweep/sweep-lag.service.ts';
export { wakeUnit } from './sweep/unit-sweep.service.ts';
