"""Card 1 is 'Ten roasts after 65 minutes'"""

predict = ["Ten roasts after 11 minutes"]
