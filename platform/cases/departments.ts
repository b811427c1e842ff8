export { departmentName } from '../../domain/procedure/departments.ts';
