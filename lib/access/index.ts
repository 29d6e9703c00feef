export {
  PERMISSIONS,
  ROLES,
  SCOPES,
  roleAllows,
  scopesAllow,
  type Permission,
  type Role,
  type Scope,
} from "./permissions";
