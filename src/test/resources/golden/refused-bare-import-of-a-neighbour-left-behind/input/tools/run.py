import helper

helper.help()
