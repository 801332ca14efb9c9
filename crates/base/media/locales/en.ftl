# Pictures and papers (C094)
picture-too-large = This picture is too large. Choose one of at most { $limit } MB.
picture-wrong-kind = This is no JPEG, PNG or WebP. Choose another picture.
picture-unreadable = This picture cannot be read, or has too many points. Save it anew in your photo program, or choose another.
paper-too-large = Choose a smaller file: at most { $limit } MiB.
paper-wrong-kind = Choose a PDF, JPEG, PNG or WebP file; this is none of them.
