from other import pack
