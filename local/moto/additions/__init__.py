"""What stock moto lacks, one module a service; each has an `install` that puts it in."""
