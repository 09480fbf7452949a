namespace TenkTanken.Content;

/// <summary>Text that is part of the program itself, and so is there whatever becomes of the files around it.</summary>
public static class EmbeddedText
{
    /// <typeparam name="T">A type of the assembly that the text is in.</typeparam>
    public static string Read<T>(string name)
    {
        using var file = typeof(T).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        using var reader = new StreamReader(file);

        return reader.ReadToEnd();
    }
}
