import gamma.json2
