using System.Text;
using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>One text file of the content, read whole or not at all.</summary>
internal sealed class ContentFile
{
    /// <summary>No page of words is longer; and some Markdown takes time that grows with the square of its length.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ContentFile(string name, string text) => (Name, Text) = (name, text);

    /// <summary>From the content folder down, with forward slashes: what a problem calls the file.</summary>
    public string Name { get; }

    /// <summary>Without byte-order mark, with line feeds only.</summary>
    public string Text { get; }

    public static ContentFile? Read(string folder, string name, ProblemList problems)
    {
        var path = Path.Combine(folder, name);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.LinkTarget is not null)
            {
                problems.Add(ProblemKind.FileMissing, name, 0);
                return null;
            }

            if (file.Length > MaxBytes)
            {
                problems.Add(ProblemKind.FileTooLarge, name, 0, ("limit", $"{MaxBytes / 1024}"));
                return null;
            }

            var text = StrictUtf8.GetString(File.ReadAllBytes(path));
            return new ContentFile(name, text.TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(ProblemKind.FileNotUtf8, name, 0);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKind.FileUnreadable, name, 0);
        }

        return null;
    }
}
