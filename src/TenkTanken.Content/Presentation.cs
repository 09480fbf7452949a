namespace TenkTanken.Content;

/// <summary>What the page for trainers must hold.</summary>
internal static class Presentation
{
    /// <summary>What the room is told before anything is shown: that it may come close, and that one may go.</summary>
    public const string ContentNoteSection = "content-note";
}
