namespace TenkTanken.Data;

/// <summary>
/// Whether anything can be saved and opened. Not before the storage is prepared: until then nothing is written, and nobody is told that a code is wrong.
/// </summary>
public sealed class StorageState
{
    private volatile bool _isOn;

    public bool IsOn => _isOn;

    internal void TurnOn() => _isOn = true;
}
