import mid
