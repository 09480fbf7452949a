using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking;

/// <summary>A promise the content keeps, and the finding of every place where it does not.</summary>
internal interface IRule
{
    /// <summary>Looks at what could be read: what could not has its problem already, and is nobody else's fault.</summary>
    void Check(ContentSource content, ProblemList problems);
}
