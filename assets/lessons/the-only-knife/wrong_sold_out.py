"""Ben looked while Ada's knife was being whetted. The fillet was still there."""

predict = ["Ada gets the last one", "Sold out, Ben", "Fillets left: 0"]
