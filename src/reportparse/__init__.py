"""Annual reports of police and crime commissioners, from PDF to records that can be checked."""
