
ops"database is down