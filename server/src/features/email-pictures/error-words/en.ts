export const EN = {
  pictureTooLarge:
    'This picture has {size, number} MB, and one picture may have {limit, number} MB. Make it smaller, then insert it again.',
  tooManyPixels:
    'This picture is {width, number} pixels wide and {height, number} high, and each side may have {limit, number}. Make it smaller, ' +
    'then insert it again.',
  picturesTooLarge:
    'The pictures of this email have {size, number} MB together, and {room, number} MB fit. Take one out, or make them smaller.',
  pictureDay: 'You have inserted {limit, number} MB of pictures within a day, which is the most. Insert this one later.',
} as const;
