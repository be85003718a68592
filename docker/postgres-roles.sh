#!/usr/bin/env bash
# Runs once, when the database is born: the owner migrates, the application only works with the rows.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username postgres \
  --set owner_password="$MOTCUA_OWNER_PASSWORD" --set app_password="$MOTCUA_APP_PASSWORD" <<'SQL'
create role motcua_owner login password :'owner_password';
create role motcua_app login password :'app_password';
create role motcua_reader nologin;
grant motcua_reader to motcua_app;
create database motcua owner motcua_owner;
revoke all on database motcua from public;
grant connect on database motcua to motcua_app;
SQL
